# Puts the model's figures into the program as they stand.
    .section .rodata
    .balign 8
    .global jobscout_noc_model_begin
    .global jobscout_noc_model_end
jobscout_noc_model_begin:
    .incbin NOC_MODEL
jobscout_noc_model_end:
    .section .note.GNU-stack,"",@progbits
