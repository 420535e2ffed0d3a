graph [
  directed 1
  node [
    id 0
    label "a"
    age 4
    share 0.5
  ]
  node [
    id 1
    label "b"
  ]
  edge [
    source 0
    target 1
    weight 2.5
  ]
]
