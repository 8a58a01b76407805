# What is installed where, and the Debian package that CPack makes of it (deploy/package runs it).
# Whatever the programs need beside their configuration is compiled into them: migrations, queries,
# reference tables, rule sets, templates, the schema and the model of occupations. Of data they read
# only the web pages from files; the rest of share/jobscout is for people to read or to copy.
set(JOBSCOUT_VERSION 0.11.0)  # As in deploy/debian/changelog.

set(programs jobscout jobscout-account jobscout-api jobscout-indexer jobscout-worker)
set(share usr/share/jobscout)
set(doc usr/share/doc/jobscout)
set(debian ${PROJECT_SOURCE_DIR}/deploy/debian)

install(TARGETS ${programs} RUNTIME DESTINATION usr/bin)
install(PROGRAMS deploy/jobscout-setup DESTINATION usr/sbin)

install(FILES deploy/etc/api.conf deploy/etc/indexer.conf deploy/etc/worker.conf deploy/etc/sources.json
  DESTINATION etc/jobscout)
install(DIRECTORY DESTINATION etc/jobscout/rules)
install(DIRECTORY deploy/systemd/ DESTINATION lib/systemd/system)

install(PROGRAMS deploy/backup deploy/restore DESTINATION ${share})
install(FILES deploy/restore.sql DESTINATION ${share})

install(DIRECTORY build/web/site/ DESTINATION ${share}/web)
install(DIRECTORY deploy/mappings deploy/sample DESTINATION ${share})
install(FILES
  deploy/sources.schema.json
  services/wire/candidate.schema.json
  services/api/openapi.json
  DESTINATION ${share}/schemas)
install(DIRECTORY matcher/rules DESTINATION ${share} FILES_MATCHING PATTERN *.json)
install(DIRECTORY sql/migrations DESTINATION ${share})

# Debian wants these two compressed; --no-name: the same bytes each time.
foreach(text changelog jobscout.1)
  execute_process(
    COMMAND gzip -9 --no-name --stdout ${debian}/${text}
    OUTPUT_FILE ${PROJECT_BINARY_DIR}/${text}.gz COMMAND_ERROR_IS_FATAL ANY)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${debian}/${text})
endforeach()
install(FILES ${debian}/copyright ${PROJECT_BINARY_DIR}/changelog.gz DESTINATION ${doc})
install(DIRECTORY deploy/docs/ DESTINATION ${doc} FILES_MATCHING PATTERN *.md PATTERN decisions EXCLUDE)
install(FILES deploy/sources.example.json DESTINATION ${doc}/examples)
install(DIRECTORY deploy/monitoring deploy/proxy DESTINATION ${doc}/examples)
install(FILES ${PROJECT_BINARY_DIR}/jobscout.1.gz DESTINATION usr/share/man/man1)
foreach(program jobscout-account jobscout-api jobscout-indexer jobscout-worker)
  install(FILES ${PROJECT_BINARY_DIR}/jobscout.1.gz DESTINATION usr/share/man/man1 RENAME ${program}.1.gz)
endforeach()
install(FILES ${PROJECT_BINARY_DIR}/jobscout.1.gz DESTINATION usr/share/man/man8 RENAME jobscout-setup.8.gz)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME jobscout)
set(CPACK_PACKAGE_VERSION ${JOBSCOUT_VERSION})
set(CPACK_PACKAGE_CONTACT "Job Scout maintainers <maintainers@jobscout.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "match people in Canada's Express Entry pool with job postings")
set(CPACK_PACKAGE_DESCRIPTION "Job Scout takes in job postings, verifies them, ranks them for a
candidate and says what each offer would do for the candidate's CRS
score, under which dated rules.
This package has its HTTP API with the web pages, the indexer that
watches sources, the worker that sends mail and builds application
packages, the command line, and systemd units. It needs a database of
PostgreSQL 15 or later, on this machine or elsewhere.")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/package)
set(CPACK_PACKAGING_INSTALL_PREFIX /)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What is run or read at run time: adduser by postinst; bubblewrap, pandoc, WeasyPrint and fonts by
# the worker; certificates of authorities and the public suffix list by indexer, API and worker.
# Without python3-munkres WeasyPrint would bring SciPy and a compiler.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
  "adduser, bubblewrap, ca-certificates, fonts-noto-core, pandoc, publicsuffix, python3-munkres, weasyprint")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-droid-fallback, fonts-symbola, postgresql-15 | postgresql (>= 15)")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "xapian-tools")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  ${debian}/conffiles ${debian}/postinst ${debian}/prerm ${debian}/postrm)
include(CPack)
