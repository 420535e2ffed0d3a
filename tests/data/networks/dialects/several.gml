graph [ id 1 label "contact" node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 ] ]
graph [ id 2 label "referral" directed 1 node [ id 1 ] node [ id 2 ] edge [ source 2 target 1 ] ]
