package dev.voxpop.languagemodel;

/**
 * A place at a model, held for a whole interview.
 *
 * <p>Calls inside a seat wait for nothing else, so an interview that has begun goes on before a new
 * one begins. One seat makes one call at a time. Closing it twice is closing it once.
 */
public interface Seat extends LanguageModel, AutoCloseable {

  @Override
  void close();
}
