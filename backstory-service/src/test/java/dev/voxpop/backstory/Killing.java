package dev.voxpop.backstory;

import dev.voxpop.backstory.store.Seam;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** A seam at which the process seems to die: from the armed moment on nothing comes past it. */
@Alternative
@Priority(1)
@Singleton
public class Killing implements Seam {

  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
  private volatile Place place = Place.AFTER_CALL;

  /** The end of the process. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  void after(int passes, Place where) {
    place = where;
    left.set(passes);
  }

  void never() {
    left.set(Integer.MAX_VALUE);
  }

  @Override
  public void at(Place where) {
    if (left.get() <= 0 || (where == place && left.decrementAndGet() <= 0)) {
      left.set(0);
      throw new Killed();
    }
  }
}
