package dev.voxpop.analysis.store;

/** One file of a report as text. */
public record StoredFile(String name, String sha256, String text) {}
