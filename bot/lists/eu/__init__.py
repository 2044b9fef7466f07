"""The European Union's list of persons and entities under financial sanctions (FSF), as XML and as CSV."""
