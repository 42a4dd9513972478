/// The pages about customers: all of them in one grid, and each one with the events behind what is
/// known about it.
///
/// [CustomersPage] and [CustomerPage] contribute the pages; what the grid asks for stands in
/// [CustomersQuery] and [CustomerRows], what adds up to a trait in [Evidence].
@NullMarked
package org.marquetry.ui.profile;

import org.jspecify.annotations.NullMarked;
