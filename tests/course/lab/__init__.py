"""The program of the lab that readers run on their own machines."""
