// Starts a Neo4j server with Bolt on this machine: home folder, port, and optionally a password (then logins are checked).
// It prints "ready" and ends when standard input does.
import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

public class StartServer {
  public static void main(String[] arguments) throws Exception {
    boolean isGuarded = arguments.length > 2;
    DatabaseManagementService service = new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", Integer.parseInt(arguments[1])))
        .setConfig(GraphDatabaseSettings.auth_enabled, isGuarded)
        .setConfig(GraphDatabaseSettings.pagecache_memory, 128L * 1024 * 1024)
        .build();
    try {
      if (isGuarded) {
        service.database("system").executeTransactionally("ALTER USER neo4j SET PASSWORD '" + arguments[2] + "' CHANGE NOT REQUIRED");
      }
    } catch (RuntimeException failure) {
      // A home that was used before has the password already.
      if (!String.valueOf(failure.getMessage()).contains("cannot be the same")) {
        failure.printStackTrace();
        System.exit(1);
      }
    }
    System.out.println("ready");
    while (System.in.read() >= 0) { }
    service.shutdown();
  }
}
