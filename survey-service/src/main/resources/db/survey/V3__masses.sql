-- Probability mass per original option, read from the first token of the draw in the same row, as
-- decimals with commas between them; null where it was not read, which costs no byte a row.
ALTER TABLE answer ADD COLUMN masses text;
ALTER TABLE attempt ADD COLUMN masses text;
