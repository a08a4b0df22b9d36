"""EndImpunity: the open system behind 2 November.

From a list of killings to the case, the judicial follow-up, the request to the
State, its response, the figure and the letter, and back to the case.
"""
