graph [
edge [ source 5 target 7 label "by phone" ]
node [ id 7 ]
node [ id 5 ]
]
