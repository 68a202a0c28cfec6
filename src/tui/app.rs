//! Routes events to the layers and the screen, and their wishes to the desk.
