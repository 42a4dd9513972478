package org.marquetry.kit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.marquetry.lib.feature.Power;

/// Which powers the code of a bundle uses, as its class files tell.
final class PowerUse {
  private static final Map<Power, Pattern> SIGNS = signs();

  private PowerUse() {}

  private static Map<Power, Pattern> signs() {
    Map<Power, Pattern> signs = new EnumMap<>(Power.class);
    signs.put(
        Power.PROFILES_READ,
        Pattern.compile(
            "org\\.marquetry\\.(warehouse\\.api\\.Warehouse|profile\\.api\\.(Profiles|LiveProfiles|Segments))(\\..*)?"));
    signs.put(
        Power.SEND,
        Pattern.compile("org\\.marquetry\\.(channel\\.spi\\.Channel|campaign\\.api\\.Contacts)"));
    signs.put(
        Power.NETWORK,
        Pattern.compile(
            "java\\.net\\.(http\\.HttpClient|Socket|ServerSocket|DatagramSocket|URL\\.open(Connection|Stream))"
                + "|java\\.nio\\.channels\\.(Server)?SocketChannel|javax\\.net\\..*SocketFactory"
                + "|org\\.marquetry\\.platform\\.api\\.net\\.Outbound(\\..*)?"));
    signs.put(
        Power.FILES_WRITE,
        Pattern.compile(
            "java\\.io\\.(FileOutputStream|FileWriter|RandomAccessFile)"
                + "|java\\.nio\\.file\\.Files\\.(write.*|new(OutputStream|BufferedWriter|ByteChannel)|copy|move|create.*|delete.*)"));
    signs.put(
        Power.VIEWS_ADD,
        Pattern.compile("org\\.marquetry\\.ui\\.api\\.(View|Panel|Action)Contribution"));
    return signs;
  }

  /// What shows that a power is used; empty when nothing does.
  static Optional<String> sign(Power power, Set<String> references) {
    Pattern signs = Objects.requireNonNull(SIGNS.get(power), power.id());
    return references.stream().filter(r -> signs.matcher(r).matches()).findFirst();
  }
}
