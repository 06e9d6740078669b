package dev.voxpop.survey.station;

import dev.voxpop.languagemodel.LanguageModel;
import dev.voxpop.languagemodel.Reply;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import javax.sql.DataSource;

/** Where a process dies, or where something does its work and then fails. */
public enum CrashPoint {
  BEFORE_COMMIT,
  AFTER_COMMIT,
  AFTER_CALL;

  /** As kill -9 does: nothing is closed, nothing is said. */
  private static void die() {
    Runtime.getRuntime().halt(137);
  }

  /** A data source whose process dies at the n-th commit. */
  public DataSource armed(DataSource source, int number) {
    AtomicInteger commits = new AtomicInteger();
    return decorated(
        source,
        commit -> {
          boolean now = commits.incrementAndGet() == number;
          if (now && this == BEFORE_COMMIT) {
            die();
          }
          commit.run();
          if (now && this == AFTER_COMMIT) {
            die();
          }
        });
  }

  /** A model whose process dies when it has the n-th reply. */
  public LanguageModel armed(LanguageModel model, int number) {
    AtomicInteger calls = new AtomicInteger();
    return prompt -> {
      Reply reply = model.ask(prompt);
      if (this == AFTER_CALL && calls.incrementAndGet() == number) {
        die();
      }
      return reply;
    };
  }

  /** A data source some of whose commits succeed and then seem to fail. */
  public static DataSource succeedThenThrow(DataSource source, IntPredicate chosen) {
    AtomicInteger commits = new AtomicInteger();
    return decorated(
        source,
        commit -> {
          commit.run();
          if (chosen.test(commits.incrementAndGet())) {
            throw new SQLException("the connection broke after the commit", "08006");
          }
        });
  }

  /** What a connection does to commit. */
  private interface Commit {
    void run() throws SQLException;
  }

  private interface Around {
    void commit(Commit commit) throws SQLException;
  }

  private static DataSource decorated(DataSource source, Around around) {
    return (DataSource)
        Proxy.newProxyInstance(
            CrashPoint.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> connection(source.getConnection(), around));
  }

  private static Connection connection(Connection real, Around around) {
    return (Connection)
        Proxy.newProxyInstance(
            CrashPoint.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("commit")) {
                around.commit(real::commit);
                return null;
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
