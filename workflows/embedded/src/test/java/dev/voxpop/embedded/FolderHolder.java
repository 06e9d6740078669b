package dev.voxpop.embedded;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Holds a data folder until it is killed. */
final class FolderHolder {
  private FolderHolder() {}

  public static void main(String[] arguments) throws InterruptedException {
    DataFolder folder = DataFolder.take(Path.of(arguments[0]));
    System.out.println("folder=" + folder.path());
    System.out.println("ready");
    new CountDownLatch(1).await();
  }
}
