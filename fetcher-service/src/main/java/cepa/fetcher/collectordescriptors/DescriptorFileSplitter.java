package cepa.fetcher.collectordescriptors;

import cepa.fetcher.SplitDocument;
import cepa.fetcher.collector.FileNames;
import cepa.fetcher.collector.LineSplitter;
import cepa.fetcher.collector.Lines;
import cepa.fetcher.collector.ListedFile;
import cepa.fetcher.collector.Records;
import cepa.model.Fingerprint;
import java.io.IOException;
import java.util.regex.MatchResult;

/// Splits a file of server descriptors, each from its line `router` through the block of its
/// `router-signature`. A relay that published several times is there several times. A file that
/// ends within a descriptor was cut, and is refused.
final class DescriptorFileSplitter extends LineSplitter {

  /// A file is a document under its own name.
  static final FileNames NAMES = new FileNames("-server-descriptors", MatchResult::group);

  private static final int MAJOR_VERSION = 1;

  @Override
  protected SplitDocument split(Lines lines, Records records) throws IOException {
    ListedFile file = NAMES.parse(records.document());
    if (file == null) {
      throw records.refused("is not named as a file of server descriptors");
    }
    boolean strange = false;
    boolean more = lines.next();
    while (more) {
      if (lines.is("router")) {
        more = descriptor(lines, records);
      } else {
        if (lines.is("@type")) {
          records.requireType(lines.arguments(), "server-descriptor", MAJOR_VERSION);
        }
        strange |= !lines.startsWith("@") && !lines.isBlank();
        more = lines.next();
      }
    }
    if (strange && records.seen() == 0) {
      throw records.refused("is not a file of server descriptors");
    }
    return records.split(file.time());
  }

  /// The descriptor that begins with this line, up to what comes after it.
  ///
  /// @return false if the document ends with it
  private static boolean descriptor(Lines lines, Records records) throws IOException {
    long from = lines.offset();
    Fingerprint fingerprint = null;
    boolean clear = true;
    boolean signed = false;
    while (lines.next()) {
      if (lines.is("router") || lines.is("@type")) {
        records.relayAgain(null, from, lines.offset()); // without signature
        return true;
      }
      if (lines.is("fingerprint")) {
        clear = fingerprint == null;
        fingerprint = Fingerprint.parse(lines.arguments().replace(" ", ""));
      } else if (lines.is("router-signature")) {
        signed = true;
      } else if (signed && lines.startsWith("-----END ")) {
        records.relayAgain(clear ? fingerprint : null, from, lines.following());
        return lines.next();
      }
    }
    throw records.refused("is cut short: it ends within a descriptor");
  }
}
