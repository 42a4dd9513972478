package org.marquetry.data.web;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/// How much a shop's pages may send.
@ObjectClassDefinition(
    name = "Page events",
    description = "How much the pages of the shop may send, and which programs are known as such")
@interface WebConfig {
  @AttributeDefinition(
      name = "Requests per minute of one address",
      description = "A page sends about one request for each few seconds of use",
      min = "1",
      max = "1000000")
  int requests_per_minute() default 300;

  @AttributeDefinition(
      name = "Events per minute of one page key",
      description = "All visitors together",
      min = "1",
      max = "10000000")
  int events_per_minute() default 60_000;

  @AttributeDefinition(
      name = "Further agents",
      description = "Parts of the User-Agent of programs, beside those that are known")
  String[] agents() default {};
}
