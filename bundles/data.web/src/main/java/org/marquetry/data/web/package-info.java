/// What comes from the shop's web pages: the page script, its keys, its door, and how likely each
/// event was made by a program.
///
/// [org.marquetry.data.web.PageDoor] is the door; [org.marquetry.data.web.BotModel] the judge.
@NullMarked
package org.marquetry.data.web;

import org.jspecify.annotations.NullMarked;
