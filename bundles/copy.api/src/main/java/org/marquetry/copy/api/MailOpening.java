package org.marquetry.copy.api;

/// What is seen of a mail before it is opened.
///
/// @param preheader the line beside the subject
public record MailOpening(MailText subject, MailText preheader) {}
