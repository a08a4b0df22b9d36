"""The pages, a module each: translate in, make one call, translate out."""
