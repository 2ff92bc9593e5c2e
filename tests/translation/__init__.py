"""The interface in another language: a made-up one, whose catalogue is generated from the texts of the program."""
