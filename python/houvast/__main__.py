"""`python -m houvast`."""

import sys

from .cli import main

sys.exit(main())
