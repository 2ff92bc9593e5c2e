"""Published instruments for appraising risk of bias and reviews, as data that judges, explains and prints itself."""
