"""What several test modules share: each helper is small and has one job."""
