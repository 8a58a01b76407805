SELECT waiting_packages();
