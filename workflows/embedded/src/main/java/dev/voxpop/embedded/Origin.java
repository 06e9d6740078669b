package dev.voxpop.embedded;

/** How a server came to serve this process. */
public enum Origin {
  /** It was started for this process. */
  STARTED,
  /** It outlived an earlier process that was killed, and was taken over as it ran. */
  ADOPTED
}
