"""The public pages: every one is a function of publications and of nothing else."""
