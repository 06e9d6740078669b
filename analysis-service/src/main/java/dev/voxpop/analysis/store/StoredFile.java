package dev.voxpop.analysis.store;

import dev.voxpop.analysis.report.FileBytes;

/** One file of a report. */
public record StoredFile(String name, String sha256, FileBytes content) {}
