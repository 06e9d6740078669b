package dev.voxpop.outbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A data source whose process dies before each commit: the connection is cut instead. */
final class Faulty {
  private Faulty() {}

  static DataSource dyingBeforeCommit(DataSource source) {
    return (DataSource)
        Proxy.newProxyInstance(
            Faulty.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> connection(source.getConnection()));
  }

  private static Connection connection(Connection real) {
    return (Connection)
        Proxy.newProxyInstance(
            Faulty.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("commit")) {
                real.abort(Runnable::run);
                throw new SQLException("the process died before the commit");
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
