"""What is counted and by whose definition: plain facts in, figures that open out."""
