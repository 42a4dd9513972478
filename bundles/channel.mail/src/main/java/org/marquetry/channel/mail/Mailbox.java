package org.marquetry.channel.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Predicate;
import org.marquetry.channel.mail.MailOptions.Security;
import org.marquetry.lib.mime.MailClasses;

/// A mailbox that is read by IMAP.
///
/// @param port 0 = the usual one
/// @param folder its name on the server
record Mailbox(
    String host, int port, Security security, String user, String password, String folder) {
  private static final int MOST_AT_ONCE = 1_000;
  private static final int MOST_BYTES = 1 << 20;
  private static final String MILLIS = "20000";

  static Security security(String name) {
    return Security.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /// How many mails were read, and how many of them are left for a person.
  record Read(int mails, int left) {}

  /// Read what is new. Each mail is marked as seen; one that is not understood is flagged, too.
  ///
  /// @param understood takes a mail and says whether it is done with
  /// @param enough asked before each mail
  Read read(Predicate<byte[]> understood, java.util.function.BooleanSupplier enough)
      throws MessagingException, IOException {
    try (var _ = MailClasses.use();
        Store store = Session.getInstance(properties()).getStore(protocol())) {
      store.connect(host, port == 0 ? -1 : port, user, password);
      try (Folder from = store.getFolder(folder)) {
        from.open(Folder.READ_WRITE);
        Message[] mails = from.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        int read = 0;
        int left = 0;
        while (read < Math.min(mails.length, MOST_AT_ONCE) && !enough.getAsBoolean()) {
          Message mail = mails[read++];
          if (mail.getSize() > MOST_BYTES || !understood.test(bytes(mail))) {
            mail.setFlag(Flags.Flag.FLAGGED, true);
            left++;
          }
          mail.setFlag(Flags.Flag.SEEN, true);
        }
        return new Read(read, left);
      }
    }
  }

  private static byte[] bytes(Message mail) throws MessagingException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    mail.writeTo(out);
    return out.toByteArray();
  }

  private String protocol() {
    return security == Security.TLS ? "imaps" : "imap";
  }

  private Properties properties() {
    String prefix = "mail." + protocol() + ".";
    Properties p = new Properties();
    p.put(prefix + "ssl.checkserveridentity", "true");
    p.put(prefix + "starttls.enable", Boolean.toString(security == Security.STARTTLS));
    p.put(prefix + "starttls.required", Boolean.toString(security == Security.STARTTLS));
    p.put(prefix + "connectiontimeout", MILLIS);
    p.put(prefix + "timeout", MILLIS);
    p.put(prefix + "peek", "true"); // seen is what was done with
    return p;
  }

  /// Names no password.
  @Override
  public String toString() {
    return folder + " at " + host;
  }
}
