package org.marquetry.channel.mail;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/// Where servers' reports come in.
@ObjectClassDefinition(
    name = "Channel: mail, reports",
    description = "The mailbox (IMAP) that bounces and complaints come to")
@interface MailboxConfig {
  @AttributeDefinition(name = "Host", description = "Name of the server; empty: none is read")
  String host() default "";

  @AttributeDefinition(
      name = "Port",
      description = "0 = the usual one: 993, otherwise 143",
      min = "0",
      max = "65535")
  int port() default 0;

  @AttributeDefinition(
      name = "Security",
      description = "As of channel.mail",
      options = {@Option("tls"), @Option("starttls"), @Option("none")})
  String security() default "tls";

  @AttributeDefinition(name = "User", description = "Of the mailbox")
  String user() default "";

  @AttributeDefinition(
      name = "Password",
      description = "Where it stands, never itself: file:PATH or env:NAME, as of channel.mail")
  String password() default "";

  @AttributeDefinition(name = "Folder", description = "Of the mailbox")
  String folder() default "INBOX";

  @AttributeDefinition(
      name = "When",
      description = "Minute, hour, day of the month, month, day of the week, in the shop's zone")
  String cron() default "*/10 * * * *";
}
