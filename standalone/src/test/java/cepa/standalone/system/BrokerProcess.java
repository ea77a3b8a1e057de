package cepa.standalone.system;

import cepa.standalone.broker.kafka.EmbeddedBroker;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/// A Kafka broker as a process of its own: `BrokerProcess DIRECTORY`. Prints `broker HOST:PORT` and
/// runs until it is killed or its standard input ends.
final class BrokerProcess {

  private BrokerProcess() {}

  public static void main(String[] args) throws IOException {
    try (EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]))) {
      System.out.println("broker " + broker.bootstrapServers());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
