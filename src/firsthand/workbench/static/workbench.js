// Keys and small comforts; every page can be read and used without them.
