package dev.voxpop.standalone.planted.util;

/** Breaks a rule of the house on purpose. */
public record Anything(String value) {}
