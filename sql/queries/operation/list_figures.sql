-- How the service runs: figure, label, value, in the words of operation_figures().
SELECT figure, label, value FROM operation_figures() UNION ALL SELECT figure, label, value FROM mail_figures();
