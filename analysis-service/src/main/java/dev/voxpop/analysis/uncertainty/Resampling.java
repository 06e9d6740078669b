package dev.voxpop.analysis.uncertainty;

/** How often each row counts in one bootstrap round. */
public interface Resampling {

  /** Multiplicity of each person. */
  double[] people(int round);

  /** Multiplicity of each row of an arm. */
  double[] arm(int arm, int round);
}
