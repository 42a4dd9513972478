/// A trainer that learns what is had together.
@NullMarked
package com.example.sample;

import org.jspecify.annotations.NullMarked;
