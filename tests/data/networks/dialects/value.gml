Creator "somebody"
graph
[
  directed 0
  node
  [
    id 1
    label "One"
  ]
  node
  [
    id 3
    label "Three"
  ]
  edge
  [
    source 1
    target 3
    value 4
  ]
]
