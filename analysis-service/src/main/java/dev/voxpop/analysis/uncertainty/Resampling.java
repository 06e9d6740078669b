package dev.voxpop.analysis.uncertainty;

/** How often each row counts in one bootstrap round. */
public interface Resampling {

  /** The draws of one round, which depend on its number only. */
  Drawn round(int number);

  /** What was drawn in one round. */
  interface Drawn {

    /** Multiplicity of each person. */
    double[] people();

    /** Multiplicity of each row of an arm. */
    double[] arm(int arm);
  }
}
