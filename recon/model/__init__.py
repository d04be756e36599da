"""The values that recon speaks of: plain, frozen, without pandas, click or input and output."""
