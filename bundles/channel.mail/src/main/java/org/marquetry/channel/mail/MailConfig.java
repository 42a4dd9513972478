package org.marquetry.channel.mail;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/// The shop's mail server.
@ObjectClassDefinition(
    name = "Channel: mail",
    description = "The mail server (SMTP) that messages are handed to")
@interface MailConfig {
  @AttributeDefinition(name = "Host", description = "Name of the server; empty: no mail leaves")
  String host() default "";

  @AttributeDefinition(
      name = "Port",
      description = "0 = the usual one: 587, with security=tls 465, with security=none 25",
      min = "0",
      max = "65535")
  int port() default 0;

  @AttributeDefinition(
      name = "Security",
      description =
          "starttls and tls refuse a server whose certificate this machine does not trust or that is"
              + " another's; none only on this machine or in a network of one's own",
      options = {@Option("starttls"), @Option("tls"), @Option("none")})
  String security() default "starttls";

  @AttributeDefinition(name = "User", description = "Empty: no log-in")
  String user() default "";

  @AttributeDefinition(
      name = "Password",
      description =
          "Where it stands, never itself: file:PATH (first line; a relative path lies in HOME/etc)"
              + " or env:NAME")
  String password() default "";

  @AttributeDefinition(name = "Sender's name", description = "As the reader sees it")
  String from_name() default "";

  @AttributeDefinition(name = "Sender's address", description = "A mail address")
  String from_address() default "";

  @AttributeDefinition(
      name = "Address for bounces",
      description = "Where servers report what could not be delivered; empty: the sender's")
  String bounce_address() default "";

  @AttributeDefinition(
      name = "Connections",
      description = "Kept open, one message under way on each",
      min = "1",
      max = "64")
  int connections() default 4;

  @AttributeDefinition(
      name = "Messages a second",
      description = "On one connection, at most; 0 = as fast as the server takes them",
      min = "0",
      max = "10000")
  double rate() default 0;

  @AttributeDefinition(
      name = "Wait for an answer",
      description =
          "Seconds; a message whose last answer does not come by then is unknown, not sent again",
      min = "1",
      max = "600")
  int answer_seconds() default 60;
}
