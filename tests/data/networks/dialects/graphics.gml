# made by hand
graph [ hierarchic 1 directed 1
  node [ id 0 label "R&#233;gie &amp; co" graphics [ x 1.0 y 2.0 type "rectangle" fill "#FFCC00" ] LabelGraphics [ text "R" ] ]
  node [ id 1 label "2 lines
of text" graphics [ x -1E2 y +.5 ] gid 0 ]
  edge [ source 0 target 1 graphics [ fill "#000000" ] ]
]
