package org.marquetry.channel.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Properties;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.marquetry.lib.mime.MailClasses;

/// One connection to the server, for one message at a time. Angus speaks the protocol; this tells
/// how far a message came, which its `sendMessage` does not.
final class Wire extends SMTPTransport {
  private static final int CONNECT_MILLIS = 4_000;
  private static final int CLOSING = 421;

  private final Socket socket;
  private volatile boolean broken;

  private Wire(Session session, Socket socket) {
    super(session, null);
    this.socket = socket;
  }

  /// @throws IOException if there is no connection, or none that is safe
  /// @throws MessagingException if the server does not let us in
  static Wire open(MailOptions options, SSLSocketFactory tls)
      throws IOException, MessagingException {
    Socket socket = connect(options, tls);
    boolean open = false;
    try (var _ = MailClasses.use()) {
      Wire wire = new Wire(session(options, tls), socket);
      wire.connect(socket);
      open = true;
      return wire;
    } finally {
      if (!open) {
        socket.close();
      }
    }
  }

  private static Socket connect(MailOptions options, SSLSocketFactory tls) throws IOException {
    // The address bears the name that we were given: certificates are checked against it.
    InetAddress address =
        InetAddress.getByAddress(
            options.host(), InetAddress.getByName(options.host()).getAddress());
    Socket plain = new Socket();
    plain.connect(new InetSocketAddress(address, options.port()), CONNECT_MILLIS);
    plain.setTcpNoDelay(true);
    plain.setSoTimeout((int) options.answer().toMillis());
    if (options.security() != MailOptions.Security.TLS) {
      return plain;
    }
    SSLSocket safe = (SSLSocket) tls.createSocket(plain, options.host(), options.port(), true);
    SSLParameters parameters = safe.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the certificate is for this host
    safe.setSSLParameters(parameters);
    safe.startHandshake();
    return safe;
  }

  private static Session session(MailOptions options, SSLSocketFactory tls) {
    boolean login = !options.user().isBlank();
    boolean starttls = options.security() == MailOptions.Security.STARTTLS;
    Properties p = new Properties();
    p.put("mail.smtp.host", options.host());
    p.put("mail.smtp.from", options.bounces());
    p.put("mail.smtp.quitwait", "false");
    p.put("mail.smtp.auth", Boolean.toString(login));
    if (login) {
      p.put("mail.smtp.user", options.user());
    }
    p.put("mail.smtp.starttls.enable", Boolean.toString(starttls));
    p.put("mail.smtp.starttls.required", Boolean.toString(starttls));
    p.put("mail.smtp.ssl.checkserveridentity", "true");
    p.put("mail.smtp.ssl.socketFactory", tls);
    return Session.getInstance(
        p,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(options.user(), options.password());
          }
        });
  }

  /// Hand one mail over.
  ///
  /// @param to an ASCII address
  /// @param mail ends with CR LF
  synchronized Handover hand(String to, byte[] mail) {
    Handover.Stage stage = Handover.Stage.SENDER;
    try {
      mailFrom();
      stage = Handover.Stage.RECIPIENT;
      int code = simpleCommand("RCPT TO:<" + to + ">");
      if (code / 100 != 2) {
        return refused(stage, code);
      }
      stage = Handover.Stage.DATA;
      OutputStream out = data();
      out.write(mail);
      stage = Handover.Stage.DOT;
      code = simpleCommand(".");
      return code / 100 == 2 ? Handover.taken() : refused(stage, code);
    } catch (SMTPSendFailedException e) {
      return refused(stage, e.getReturnCode());
    } catch (MessagingException | IOException e) {
      broken = true;
      return Handover.cut(stage, e);
    }
  }

  private Handover refused(Handover.Stage stage, int code) {
    String said = String.valueOf(getLastServerResponse());
    if (code < 400 || code > 599 || code == CLOSING) { // gone, or not SMTP
      broken = true;
    } else if (stage == Handover.Stage.RECIPIENT) {
      reset();
    }
    return code < 400 || code > 599
        ? Handover.cut(stage, new IOException("the server ended the connection"))
        : Handover.refused(stage, code, said);
  }

  private void reset() {
    try {
      if (simpleCommand("RSET") != 250) {
        broken = true;
      }
    } catch (MessagingException e) {
      broken = true;
    }
  }

  /// Whether nothing more can go over it.
  boolean isBroken() {
    return broken || socket.isClosed();
  }

  /// End it in good order, where it still works.
  void end() {
    try {
      close();
    } catch (MessagingException gone) {
      cut();
    }
  }

  /// End it at once, from any thread, also in the middle of a message.
  void cut() {
    broken = true;
    try {
      socket.close();
    } catch (IOException gone) {
      // that is what was wanted
    }
  }
}
