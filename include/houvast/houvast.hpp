#pragma once

/// Everything of houvast; include single headers to keep compile times low.

#include "houvast/base/error.hpp"
#include "houvast/conversation/agenda.hpp"
#include "houvast/coverage/coverage.hpp"
#include "houvast/coverage/network_what_if.hpp"
#include "houvast/coverage/partners.hpp"
#include "houvast/coverage/scenario.hpp"
#include "houvast/disclosure/release.hpp"
#include "houvast/gerdes/profile.hpp"
#include "houvast/graph/graph.hpp"
#include "houvast/graph/network_summary.hpp"
#include "houvast/instrument/catalogue.hpp"
#include "houvast/io/study_io.hpp"
#include "houvast/scoring/change.hpp"
#include "houvast/scoring/consistency.hpp"
#include "houvast/scoring/contrasts.hpp"
#include "houvast/scoring/summary.hpp"
#include "houvast/scoring/tally.hpp"
#include "houvast/scoring/units.hpp"
#include "houvast/study.hpp"
#include "houvast/version.hpp"
