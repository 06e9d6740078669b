package dev.voxpop.analysis.planted;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Breaks a rule of the house on purpose. */
public record ReadsJson(ObjectMapper mapper) {}
