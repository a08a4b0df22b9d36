"""What is counted: figures that open to the cases behind them, and their arithmetic.

Every number carries its method, its interval and the reason where there is none.
"""
