int pubql_edit_placeholder(void);
