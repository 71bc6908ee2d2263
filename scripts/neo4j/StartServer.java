// Starts a Neo4j server with Bolt on this machine: home folder, port, optionally a password (then logins are checked; - for none), optionally a
// folder with keys.p12 (then only encrypted connections are taken). It prints "ready" and ends when standard input does.
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.configuration.ssl.SslPolicyConfig;
import org.neo4j.configuration.ssl.SslPolicyScope;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

public class StartServer {
  public static void main(String[] arguments) throws Exception {
    boolean isGuarded = arguments.length > 2 && !arguments[2].equals("-");
    DatabaseManagementServiceBuilder builder = new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", Integer.parseInt(arguments[1])))
        .setConfig(GraphDatabaseSettings.auth_enabled, isGuarded)
        .setConfig(GraphDatabaseSettings.pagecache_memory, Long.getLong("pageCacheMegabytes", 128L) * 1024 * 1024);
    if (arguments.length > 3) encrypt(builder, Path.of(arguments[3]));
    DatabaseManagementService service = builder.build();
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
  /** Key and certificate out of the key store, as the server reads them. */
  static void encrypt(DatabaseManagementServiceBuilder builder, Path folder) throws Exception {
    char[] password = "changeit".toCharArray();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
      keys.load(in, password);
    }
    write(folder.resolve("private.key"), "PRIVATE KEY", keys.getKey("bolt", password).getEncoded());
    write(folder.resolve("public.crt"), "CERTIFICATE", keys.getCertificate("bolt").getEncoded());
    SslPolicyConfig policy = SslPolicyConfig.forScope(SslPolicyScope.BOLT);
    builder.setConfig(policy.enabled, true)
        .setConfig(policy.base_directory, folder)
        .setConfig(policy.private_key, folder.resolve("private.key"))
        .setConfig(policy.public_certificate, folder.resolve("public.crt"))
        .setConfig(BoltConnector.encryption_level, BoltConnector.EncryptionLevel.REQUIRED);
  }

  static void write(Path file, String name, byte[] bytes) throws Exception {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    Files.writeString(file, "-----BEGIN " + name + "-----\n" + text + "\n-----END " + name + "-----\n");
  }
}
