package dev.voxpop.matching.rest;

import dev.voxpop.matching.sample.CellValues;

/**
 * The form of uploaded data.
 *
 * @param values what cells hold
 * @param charset name of the character set
 */
public record SampleForm(CellValues values, String charset) {}
