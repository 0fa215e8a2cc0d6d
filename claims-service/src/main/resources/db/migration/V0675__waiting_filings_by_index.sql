-- What waits for approval is few among many filings, and the newest.
CREATE INDEX filing_of_state ON filing (state, id);
